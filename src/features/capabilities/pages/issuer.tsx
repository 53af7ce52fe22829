import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Paper } from '../requirements.model.ts'
import { Own } from './marks.tsx'

/** A party by the name that it had on the day of a text. */
export function PartyOn({
  language,
  code,
  date,
  parties,
}: {
  language: Language
  code: string
  date: string
  parties: ReadonlyMap<string, Party>
}) {
  const party = parties.get(code)
  return (
    <a href={hrefOf(language, `/parties/${code}`)}>
      {party ? nameOn(party, date, language).short : <bdi>{code}</bdi>}
    </a>
  )
}

/** Who says what a text says. */
export function Issuer({
  language,
  paper: { issuer, date },
  parties,
}: {
  language: Language
  paper: Pick<Paper, 'issuer' | 'date'>
  parties: ReadonlyMap<string, Party>
}) {
  return 'party' in issuer ? (
    <PartyOn language={language} code={issuer.party} date={date} parties={parties} />
  ) : (
    <Own text={issuer.name} language={language} />
  )
}
