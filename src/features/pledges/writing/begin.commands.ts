import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { Audience } from '../../../kernel/people/audience.ts'
import { must } from '../../../kernel/refusal.ts'
import { Text } from '../../../kernel/text.ts'
import { command } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { partyOf } from '../../parties/queries.ts'
import { changing, outcome, save } from '../keeping/deeds.commands.ts'
import { mayBegin, mayWrite } from '../life.model.ts'
import { PledgeId } from '../model.ts'
import { NO_HISTORY, NOT_WRITTEN_HERE, type PledgeRecord } from '../queries.ts'
import { nextNumber } from './queries.ts'
import { keepSketches } from './sketch.commands.ts'
import type { Sketch } from './sketch.model.ts'
import { termsFrom } from './terms-from.ts'

const author = ({ conference, party }: { conference: ConferenceId; party: PartyCode }) => ({
  ...{ conference, lead: party, givers: [party] },
})

/**
 * Begins to write a pledge: it gets its identifier, the next free one of its party and year, and is seen by nobody but
 * its author. The secretariat begins one for a delegation that wrote a letter, and then sees it too.
 */
export const beginPledge = command('pledges.begin', {
  input: z.strictObject({ conference: ConferenceId, party: PartyCode, title: Text }),
  conference: ({ conference }) => conference,
  async load(db, { conference, party }) {
    const outline = await outlineById(db, conference)
    const year = outline?.dates?.first?.slice(0, 4) ?? null
    return {
      outline,
      party: await partyOf(db, party),
      year,
      number: year === null ? null : await nextNumber(db, party, year),
    }
  },
  may: (actor, _, input) => mayBegin(actor, author(input)),
  decide({ outline, party, year, number }, { title, ...input }, circumstances) {
    must(outline, 'pledges.unknown-conference')
    must(party, 'pledges.unknown-party', { codes: input.party })
    must(year !== null && number !== null, 'pledges.conference-without-date')
    const { conference, party: lead } = input
    const content: Sketch = {
      title: { original: title.original, in: title.in },
      announcedIn: title.original,
    }
    const record: PledgeRecord = {
      ...NOT_WRITTEN_HERE,
      id: PledgeId.parse(`${lead}-${year}-${`${number}`.padStart(2, '0')}`),
      ...{ conference, lead, state: 'draft', audience: Audience.parse('public') },
      ...{ announcedOn: null, asOf: null, version: 1 },
      terms: termsFrom(content, { conference, lead, before: null }).terms,
      onBehalf: !mayWrite(circumstances.actor, { ...author(input), onBehalf: false }),
    }
    const loaded = { record: null, history: NO_HISTORY }
    return { ...changing(loaded, record, 'draft', circumstances), content }
  },
  async save(db, { content, ...change }) {
    await save(db, change)
    await keepSketches(db, [{ pledge: change.after.id, content, at: change.at, by: change.by }])
  },
  subject: (change) => outcome.subject(change),
  answer: ({ after }) => ({ pledge: after.id }),
  touches: (change) => outcome.touches(change),
})
