import type { FormReader } from '../../../ui/form/attempt.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import type { DeskList, ToldDeed } from '../facts.ts'
import { titleOf } from '../names.print.ts'
import { deskAddress } from '../pages/desk-props.tsx'
import { tellingOf, undoneIn } from '../told.print.ts'
import { say } from '../words.ts'
import { DeedLine } from './deed-line.tsx'

interface Props {
  viewer: Pick<FormReader, 'language'>
  conference: { id: string; name: string }
  list: DeskList
  deeds: readonly ToldDeed[]
  makers: ReadonlyMap<string, string>
}

/** Everything that was done to a list, the last first. */
export function HistoryPage({ viewer: { language }, conference, list, deeds, makers }: Props) {
  const tell = tellingOf(deeds, language)
  const undone = undoneIn(deeds)
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, `/${conference.id}/desk/floor`), label: say(language, 'title') },
          {
            href: hrefOf(language, deskAddress(conference.id, list.session.slug)),
            label: titleOf(list, language),
          },
          { href: '', label: say(language, 'history') },
        ]}
        title={say(language, 'history')}
      >
        <p>{say(language, 'history.note')}</p>
      </DeskHead>
      {deeds.length === 0 && <Empty>{say(language, 'history.none')}</Empty>}
      <ol class="deed-list">
        {deeds.toReversed().map((deed) => (
          <li class={undone.has(deed.seq) ? 'deed-line deed-undone' : 'deed-line'}>
            <DeedLine
              deed={deed}
              tell={tell}
              list={list}
              maker={makers.get(deed.by)}
              language={language}
            />
            {undone.has(deed.seq) && <span class="mark"> · {say(language, 'undone')}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}
