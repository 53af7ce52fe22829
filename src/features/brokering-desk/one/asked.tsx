import { Notice } from '../../../ui/notices.tsx'
import { standingsOf } from '../../brokering/life.model.ts'
import { type Asked, type Proposal, partiesIn } from '../../brokering/model.ts'
import { sayBanner } from '../../matching/banner.print.ts'
import { type Desk, namesOf } from '../desk.tsx'
import { say } from '../words.ts'

/** Who was asked, and who has consented; before that, that nobody was (DIPLOMACY 19). */
export function AskedNotice({
  desk,
  proposal,
  asked,
}: {
  desk: Desk
  proposal: Proposal
  asked: readonly Asked[]
}) {
  const { language } = desk.viewer
  if (proposal.contactedAt === null) {
    return (
      <Notice tone="warning">
        <strong>
          {proposal.run === null ? say(language, 'nobody-asked') : sayBanner(language)}
        </strong>
      </Notice>
    )
  }
  const consenting = standingsOf(proposal, asked).flatMap(({ party, standing }) =>
    standing === 'consents' ? [party] : [],
  )
  return (
    <Notice>
      <p class="mb-1">
        {say(language, 'asked')}
        {say(language, 'colon')}
        {namesOf(desk, partiesIn(proposal.wording)).join(' · ')}
      </p>
      <p class="mb-0">
        {say(language, 'consented')}
        {say(language, 'colon')}
        {consenting.length === 0
          ? say(language, 'consented.none')
          : namesOf(desk, consenting).join(' · ')}
      </p>
    </Notice>
  )
}
