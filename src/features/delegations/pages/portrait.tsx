import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { Participant } from '../participants/model.ts'
import { say } from '../words.ts'

/** The photo of a person as it is printed, or how far it is. The name stands beside it. */
export function Portrait({
  language,
  person: { id, conference, portrait, version },
}: {
  language: Language
  person: Pick<Participant, 'id' | 'conference' | 'portrait' | 'version'>
}) {
  if (portrait === 'ready') {
    const address = hrefOf(language, `/${conference}/people/${id}/photo`)
    return (
      <img
        class="portrait"
        src={`${address}?v=${version}`}
        alt=""
        width="56"
        height="72"
        loading="lazy"
      />
    )
  }
  return <span class="portrait portrait-none">{say(language, `portrait.${portrait}`)}</span>
}
