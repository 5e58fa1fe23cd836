/** An editor at work: what the admin sends to the site, over HTTP. */

const CONTENT = '/content-manager/collection-types/api::article.article';
const EDITOR = { firstname: 'Edda', lastname: 'Marek', email: 'edda@bench.test', password: 'Bench-Editor-1' };

/** Signs in as the site's first administrator. */
export async function adminToken(url) {
  const answer = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(EDITOR),
  });
  if (!answer.ok) throw new Error(`The editor could not sign in: ${answer.status} ${await answer.text()}`);
  const { data } = await answer.json();
  return data.token;
}

/** The function returned saves one article as the first administrator and gives the HTTP status. */
export async function signIn(url) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await adminToken(url)}` };
  return async (documentId, changes) => {
    const saved = await fetch(`${url}${CONTENT}/${documentId}?locale=en`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(changes),
    });
    await saved.text();
    return saved.status;
  };
}

/** The articles that visitors see first. */
export async function readList(url) {
  const answer = await fetch(`${url}/api/articles?pagination[pageSize]=10`);
  const { data } = await answer.json();
  if (!answer.ok || data.length !== 10) throw new Error(`GET /api/articles gave ${answer.status}.`);
}

export async function articlesToEdit(url, most) {
  const found = [];
  for (let page = 1; found.length < most; page += 1) {
    const query = `fields[0]=title&pagination[pageSize]=100&pagination[page]=${page}`;
    const { data } = await (await fetch(`${url}/api/articles?${query}`)).json();
    if (data.length === 0) break;
    found.push(...data.map(({ documentId, title }) => ({ documentId, title })));
  }
  return found;
}
