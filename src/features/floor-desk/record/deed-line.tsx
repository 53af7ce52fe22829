import type { Language } from '../../../kernel/language.ts'
import type { Deed } from '../../floor/queue/deeds.ts'
import type { DeskList, ToldDeed } from '../facts.ts'
import { clockAt, partyName } from '../names.print.ts'
import type { Told } from '../told.print.ts'

interface Props {
  deed: ToldDeed
  tell: (deed: Deed) => Told
  list: DeskList
  maker: string | undefined
  language: Language
}

/** A deed in words: when, what, to whom, why, and by whom. */
export function DeedLine({ deed, tell, list, maker, language }: Props) {
  const { act, parties, details } = tell(deed)
  const names = parties.map((code) => partyName(list, code, language))
  return (
    <>
      <bdi class="floor-when">{clockAt(deed.at, list)}</bdi> <strong>{act}</strong>
      {names.length > 0 && (
        <>
          {' · '}
          <bdi>{names.join(' · ')}</bdi>
        </>
      )}
      {details.map((detail) => (
        <>
          {' · '}
          <bdi>{detail}</bdi>
        </>
      ))}
      {maker && (
        <span class="mark">
          {' · '}
          <bdi>{maker}</bdi>
        </span>
      )}
      {deed.note && <span class="floor-note">{deed.note}</span>}
    </>
  )
}
