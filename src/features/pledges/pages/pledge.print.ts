import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { giversOf } from '../shares.model.ts'
import { elementsIn } from '../terms/assessability.ts'
import type { PublicPledge } from '../terms/public.ts'

/** The pledge for machines: everything that its page shows, in the shapes of the record. */
export function printPledge(
  pledge: PublicPledge,
  {
    language,
    address,
    notice,
    licence,
  }: { language: Language; address: string; notice: string; licence: string },
): string {
  const { terms, confirmations, earlier, connections, ...rest } = pledge
  const { audiences: _, ...said } = terms
  const confirmed = new Set(confirmations.map(({ party }) => party))
  return `${JSON.stringify(
    {
      url: address,
      label: readingOf(terms.title, language).value,
      ...rest,
      terms: said,
      detailsFound: elementsIn(terms),
      notConfirmedBy: giversOf(terms.shares).filter((party) => !confirmed.has(party)),
      confirmations,
      connections,
      earlier: earlier.map(({ terms: _, ...one }) => one),
      notice,
      licence,
    },
    null,
    2,
  )}\n`
}
