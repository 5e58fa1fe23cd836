import { useSearchParams } from 'react-router-dom';

/** The page of a list that the address asks for. */
export function usePageOfList(): { readonly page: number; readonly pageSize: number } {
  const [search] = useSearchParams();
  return { page: numberOf(search.get('page'), 1), pageSize: numberOf(search.get('pageSize'), 20) };
}

function numberOf(text: string | null, fallback: number): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : fallback;
}
