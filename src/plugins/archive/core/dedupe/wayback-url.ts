const WAYBACK =
  /^(?:https?:)?(?:\/\/)?(?:web\.archive\.org|wayback\.archive\.org)\/web\/(?:\d{1,14}|\*)(?:[a-z]{2}_)?\/(.+)$/i;

/**
 * The page that an address of the Wayback Machine shows; any other text as it is.
 * Sample: `https://web.archive.org/web/20090402id_/http://courier.example/a` -> `http://courier.example/a`.
 */
export function originalOfWayback(text: string): string {
  const [, original] = WAYBACK.exec(text) ?? [];
  if (original === undefined) return text;
  // Browsers and proxies make one slash of two.
  const whole = original.replace(/^(https?):\/(?!\/)/i, '$1://');
  return /^[a-z][a-z0-9+.-]*:/i.test(whole) && !/^[^/]*\.[^/:]+:\d/.test(whole) ? whole : `http://${whole}`;
}
