/** The two requests that the demo invites to try, and a check that they answer with articles. */

const REST_PATH = '/api/articles?populate=source&pagination[pageSize]=3';
const GRAPHQL_QUERY = '{ articles(pagination: { pageSize: 3 }) { title dateEdtf source { name } } }';

export function invitation(base) {
  return [
    '',
    `The archive is served at ${base}`,
    '',
    `  Admin    ${base}/admin   (the first visit creates the first administrator)`,
    `  REST     curl -g '${base}${REST_PATH}'`,
    `  GraphQL  curl ${base}/graphql -H 'content-type: application/json' \\`,
    `             -d '${JSON.stringify({ query: GRAPHQL_QUERY })}'`,
    '',
  ].join('\n');
}

/** @returns {Promise<string[]>} what is wrong; empty where both answered with articles */
export async function tryRequests(base) {
  const faults = [];
  const rest = await answerOf(`${base}${REST_PATH}`);
  if (!isFilled(rest.body?.data)) faults.push(`REST answered ${rest.status} without articles.`);

  const graphql = await answerOf(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: GRAPHQL_QUERY }),
  });
  if (!isFilled(graphql.body?.data?.articles)) {
    faults.push(`GraphQL answered ${graphql.status} without articles: ${JSON.stringify(graphql.body)}`);
  }
  const admin = await fetch(`${base}/admin`);
  if (!admin.ok) faults.push(`The admin answered ${admin.status}.`);
  return faults;
}

const isFilled = (list) => Array.isArray(list) && list.length > 0;

async function answerOf(url, options) {
  const response = await fetch(url, options);
  const body = await response.json().catch(() => null);
  return { status: response.status, body };
}
