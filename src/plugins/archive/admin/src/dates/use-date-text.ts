import { useMemo } from 'react';
import { useIntl } from 'react-intl';

import { boundsOf } from '../../../core/dates/bounds';
import { useText } from '../text/use-text';

/** Says in words what an EDTF value means; null where it is none. */
export function useDateText(): (edtf: string) => string | null {
  const text = useText();
  const { locale } = useIntl();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const day = (iso: string) => format.format(new Date(`${iso}T00:00:00Z`));
    return (edtf) => {
      const bounds = boundsOf(edtf.trim());
      if (bounds === null) return null;
      const { earliest, latest } = bounds;
      const when = span(earliest, latest);
      const [isAbout, isUnsure] = [/[~%]/.test(edtf), /[?%]/.test(edtf)];
      return [when, isAbout ? text('date.about') : '', isUnsure ? text('date.unsure') : '']
        .filter((part) => part !== '')
        .join(', ');
    };

    function span(earliest: string | null, latest: string | null): string {
      if (earliest === null && latest === null) return text('date.unknown');
      if (earliest === null) return text('date.until', { day: day(latest ?? '') });
      if (latest === null) return text('date.since', { day: day(earliest) });
      if (earliest === latest) return day(earliest);
      return text('date.between', { first: day(earliest), last: day(latest) });
    }
  }, [locale, text]);
}
