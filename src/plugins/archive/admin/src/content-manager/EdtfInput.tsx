import type { ReactNode } from 'react';

import { EdtfField } from '../dates/EdtfField';

/** What the content manager gives an input of a custom field. */
export interface EdtfInputProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | null;
  readonly error?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly labelAction?: ReactNode;
  readonly onChange: (name: string, value: string | null) => void;
}

/** The content manager's input for an article's date. */
export function EdtfInput({ name, value, onChange, ...props }: EdtfInputProps) {
  return (
    <EdtfField
      {...props}
      name={name}
      value={value ?? ''}
      onChange={(edtf) => {
        onChange(name, edtf === '' ? null : edtf);
      }}
    />
  );
}
