import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Seating } from '../model.ts'
import type { Block, Seated } from '../seating/seats.ts'
import { say } from '../words.ts'
import { PlanFields } from './protocol-page.tsx'

interface Props {
  viewer: FormReader
  seating: Seating
  seated: Seated
  names: ReadonlyMap<string, string>
}

/** A plan of seats: the room as a table, and what can be set in it. */
export function SeatingPage({ viewer, seating, seated, names }: Props) {
  const { language } = viewer
  const { id, conference, version, plan } = seating
  const here = `/${conference}/desk/protocol/seating/${id}`
  const common = { viewer, seen: `${version}` }
  const fixed = { conference, seating: id }
  const blocks = seated.rows.flat()
  const nameOf = (code: string) => names.get(code) ?? code
  return (
    <>
      <h1>{readingOf(plan.name, language).value}</h1>
      <p>
        <a href={hrefOf(language, `${here}.pdf`)}>{say(language, 'seating.pdf')}</a>
      </p>
      <Part id="plan">
        <p class="podium">{say(language, 'seating.podium')}</p>
        <div class="seats">
          {seated.rows.map((row, index) => (
            <ol aria-label={`${say(language, 'seating.row')} ${index + 1}`}>
              {row.map((block) => (
                <li class={block.isFixed ? 'seat seat-fixed' : 'seat'}>
                  <span class="label">{block.block + 1}</span>{' '}
                  {block.party
                    ? nameOf(block.party)
                    : block.isFree
                      ? say(language, 'seating.is-free')
                      : ''}
                  <Change block={block} common={common} here={here} fixed={fixed} />
                </li>
              ))}
            </ol>
          ))}
        </div>
        {seated.without.length > 0 && (
          <p class="notice notice-warning">
            {say(language, 'seating.without')}: {seated.without.map(nameOf).join(' · ')}
          </p>
        )}
      </Part>
      <h2>{say(language, 'seating.move')}</h2>
      <Form {...common} then={here} command="protocol.fix-seat" fixed={fixed}>
        <div class="columns">
          <SelectField
            name="party"
            label={say(language, 'delegation')}
            options={[...names].map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="block"
            label={say(language, 'seating.block')}
            options={blocks.map(({ block, party }) => ({
              value: `${block}`,
              label: party ? `${block + 1} · ${nameOf(party)}` : `${block + 1}`,
            }))}
          />
        </div>
        <Submit>{say(language, 'seating.fix')}</Submit>
      </Form>
      <details>
        <summary>{say(language, 'seating.shape')}</summary>
        <Form {...common} then={here} command="protocol.change-seating" fixed={fixed}>
          <PlanFields language={language} plan={plan} />
          <Submit>{say(language, 'seating.keep')}</Submit>
        </Form>
      </details>
    </>
  )
}

function Change({
  block: { block, isFixed, isFree },
  common,
  here,
  fixed,
}: {
  block: Block
  common: { viewer: FormReader; seen: string }
  here: string
  fixed: Record<string, string>
}) {
  const { language } = common.viewer
  const isSet = isFixed || isFree
  return (
    <Deed
      {...common}
      then={here}
      command={isSet ? 'protocol.release-seat' : 'protocol.free-seat'}
      of={`${block}`}
      fixed={{ ...fixed, block }}
      label={say(language, isSet ? 'seating.release' : 'seating.free')}
    />
  )
}
