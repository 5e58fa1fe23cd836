/** A value of a JSON text, with its place. Strings and numbers are read from the text when they are asked for. */
export type JsonNode =
  | {
      readonly kind: 'object';
      readonly start: number;
      readonly end: number;
      readonly members: readonly JsonMember[];
    }
  | {
      readonly kind: 'array';
      readonly start: number;
      readonly end: number;
      readonly items: readonly JsonNode[];
    }
  | {
      readonly kind: 'string';
      readonly start: number;
      readonly end: number;
      /** Whether it has escapes. */
      readonly escaped: boolean;
    }
  | { readonly kind: 'number' | 'true' | 'false' | 'null'; readonly start: number; readonly end: number };

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}

/** What is wrong with a JSON text, and where. */
export interface JsonFault {
  readonly at: number;
  /** Where the string before it began: the quote that is missing may be its own. */
  readonly from: number;
  readonly found: string;
}

/** Nesting beyond this is no article. */
export const DEEPEST = 200;
