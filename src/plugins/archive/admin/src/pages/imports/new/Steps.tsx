import { Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';

import { useText } from '../../../text/use-text';
import type { Step } from './NewImportPage';

const STEPS: readonly Step[] = ['choose', 'look', 'start'];

/** Where one is on the way to an import. */
export function Steps({ step }: { readonly step: Step }) {
  const text = useText();
  const now = STEPS.indexOf(step);
  return (
    <Flex tag="ol" gap={6}>
      {STEPS.map((one, index) => (
        <Flex key={one} tag="li" gap={2} aria-current={one === step ? 'step' : undefined}>
          <Flex
            width="2.4rem"
            height="2.4rem"
            borderRadius="50%"
            justifyContent="center"
            background={index <= now ? 'primary600' : 'neutral150'}
            color={index <= now ? 'buttonNeutral0' : 'neutral700'}
          >
            {index < now ? (
              <Check width="1.2rem" height="1.2rem" aria-hidden />
            ) : (
              <Typography variant="pi" textColor={index <= now ? 'buttonNeutral0' : 'neutral700'}>
                {index + 1}
              </Typography>
            )}
          </Flex>
          <Typography
            fontWeight={one === step ? 'bold' : 'regular'}
            textColor={index <= now ? 'neutral800' : 'neutral600'}
          >
            {text(`new.step.${one}`)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
