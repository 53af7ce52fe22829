import { SourceLink } from '../../../../ui/facts.tsx'
import { Title } from '../../../conferences/pages/facts.tsx'
import { say } from '../../words.ts'
import type { PledgeDesk } from './desk.tsx'

/** Where sources differ: what each says, side by side; nothing is decided between them. */
export function Disagreements({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  const { disagreements } = pledge.terms
  if (disagreements.length === 0) return null
  return (
    <>
      <h2 id="differ">{say(language, 'differ')}</h2>
      <p class="label">{say(language, 'differ.rule')}</p>
      {disagreements.map(({ about, claims }) => (
        <section class="mb-6">
          <h3>
            <Title text={about} language={language} />
          </h3>
          <div class="grid gap-x-10 gap-y-4 sm:grid-cols-2">
            {claims.map(({ value, source }) => (
              <div class="border-s-3 border-base-300 ps-4">
                <p class="mb-1">
                  <Title text={value} language={language} />
                </p>
                <p class="mb-0">
                  <SourceLink source={source} language={language} />
                </p>
              </div>
            ))}
          </div>
        </section>
      ))}
    </>
  )
}
