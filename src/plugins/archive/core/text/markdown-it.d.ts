/** The little of markdown-it that the tests use; it comes with Strapi's admin, without types. */
declare module 'markdown-it' {
  export default class MarkdownIt {
    constructor(preset: 'commonmark' | { readonly html: boolean; readonly breaks: boolean });
    render(markdown: string): string;
  }
}
