/** A condition of the content manager's list: path of an attribute, operator, value. */
export type Condition = readonly [attribute: string, operator: string, value: string];

/** The address of the content manager's list of articles that meet all conditions. */
export function articleList(
  contentType: string,
  conditions: readonly Condition[],
  locale?: string | null,
): string {
  const filters = conditions.map(([attribute, operator, value], at) => {
    const path = attribute
      .split('.')
      .map((part) => `[${part}]`)
      .join('');
    return `filters[$and][${at}]${path}[${operator}]=${encodeURIComponent(value)}`;
  });
  const language = locale ? [`plugins[i18n][locale]=${encodeURIComponent(locale)}`] : [];
  return `/content-manager/collection-types/${contentType}?${['page=1', ...filters, ...language].join('&')}`;
}

/** Articles whose whole date lies within one year. */
export function withinYear(year: number): Condition[] {
  const digits = String(year).padStart(4, '0');
  return [
    ['dateEarliest', '$gte', `${digits}-01-01`],
    ['dateLatest', '$lte', `${digits}-12-31`],
  ];
}
