import { decisiveIssue } from './decisive-issue';
import { issue, type IssueCode } from './issue';

const at = (code: IssueCode, start: number) => issue(code, { start, end: start + 1 }, code);

describe('decisiveIssue', () => {
  it('names what keeps the record out, not what came last', () => {
    const issues = [
      at('encoding-guessed', 0),
      at('encoding-invalid', 5),
      at('encoding-invalid', 9),
      at('profile-unknown', 0),
    ];
    expect(decisiveIssue(issues)).toEqual(at('encoding-invalid', 5));
  });

  it('names the plainest of several', () => {
    expect(decisiveIssue([at('title-missing', 0), at('body-empty', 0)])?.code).toBe('body-empty');
  });

  it('names nothing where nothing is decisive', () => {
    expect(decisiveIssue([at('profile-unknown', 0)])).toBeNull();
  });
});
