import { PledgeId } from '../../../features/pledges/model.ts'
import { announced } from '../../pledges/release.ts'
import { PARTNER, PLACES } from '../actors.ts'
import { paperWith, type Stage, said } from './stage.ts'

/** A pledge in each state of its life, and what is told of one that was announced. */
export async function pledges(stage: Stage): Promise<void> {
  await public_(stage)
  await underEmbargo(stage)
  await followup(stage)
  await reviews(stage)
}

const termsOf = ({ conference, party }: Stage, title: string, more: object = {}) => ({
  conference,
  title: said(title),
  summary: said(`${title} for a mission`),
  lead: party,
  shares: [
    { party, role: 'equipment', consent: 'given' },
    { party: PARTNER, role: 'transport', consent: 'named' },
  ],
  quantity: { kind: 'exact', value: 12, unit: 'kit' },
  capabilities: ['aviation'],
  ...more,
})

async function public_(stage: Stage) {
  const { w, does, un, focal, canary, canaryNumber, known, party } = stage
  const value = canaryNumber('the share of a pledge that is withheld', 87_653)
  const terms = termsOf(stage, 'Camps', {
    shares: [
      { party, role: 'equipment', consent: 'given', quantity: exactly(value) },
      { party: PARTNER, role: 'transport', consent: 'named' },
    ],
    conditions: [{ kind: 'budget', note: said(canary('the condition of a pledge')) }],
    note: said(canary('the note of a pledge for the secretariat')),
    audiences: { quantity: 'parties', conditions: 'parties', note: 'secretariat' },
  })
  const pledge = 'KOR-2021-76'
  await does(focal, 'pledges.draft', { pledge, terms })
  await does(focal, 'pledges.submit', { pledge })
  await does(un, 'pledges.accept', { pledge })
  await announced(w, un, pledge)
  await does(focal, 'pledges.write', {
    pledge,
    sketch: { title: said(canary('the amendment that is being written')) },
  })
  const hidden = 'KOR-2021-77'
  const quiet = termsOf(stage, canary('the pledge that is not for publication'))
  await does(focal, 'pledges.draft', { pledge: hidden, audience: 'parties', terms: quiet })
  await does(focal, 'pledges.submit', { pledge: hidden })
  await does(un, 'pledges.accept', { pledge: hidden })
  await announced(w, un, hidden)
  Object.assign(known, { terms, other: hidden })
}

const exactly = (value: number) => ({ kind: 'exact', value, unit: 'kit' })

async function underEmbargo(stage: Stage) {
  const { does, un, focal, canary, known, conference } = stage
  const draft = (pledge: string, title: string) =>
    does(focal, 'pledges.draft', { pledge, terms: termsOf(stage, title) })
  const handedIn = async (pledge: string, title: string) => {
    await draft(pledge, title)
    await does(focal, 'pledges.submit', { pledge })
  }
  await draft('KOR-2021-71', canary('the draft of a pledge'))
  await does(focal, 'pledges.write', {
    pledge: 'KOR-2021-71',
    sketch: { title: said(canary('the words that are being typed')) },
  })
  await handedIn('KOR-2021-72', canary('the pledge that was handed in'))
  await does(un, 'pledges.remark', {
    ...{ pledge: 'KOR-2021-72', words: said(canary('the remark of the desk')) },
  })
  await handedIn('KOR-2021-73', canary('the pledge that came back'))
  const note = said(canary('the comment with which a pledge came back'))
  await does(un, 'pledges.return', { pledge: 'KOR-2021-73', note })
  await handedIn('KOR-2021-74', canary('the pledge under embargo'))
  await does(un, 'pledges.accept', { pledge: 'KOR-2021-74' })
  await handedIn('KOR-2021-75', canary('the pledge that can be undone'))
  await does(un, 'pledges.accept', { pledge: 'KOR-2021-75' })
  await does(un, 'pledges.announce', { conference, pledges: ['KOR-2021-75'] })
  Object.assign(known, { pledge: 'KOR-2021-72', pledges: ['KOR-2021-74'] })
}

async function followup(stage: Stage) {
  const { w, does, un, focal, reviewer, canary, known, of, conference, party } = stage
  const pledge = 'KOR-2021-01'
  const source = { publisher: 'Review', url: 'https://review.example', date: null, grade: 'B' }
  const told = {
    ...{ stage: 'preparing', on: '2021-12' },
    obstacle: { kind: 'funding', note: said(canary('the obstacle of a report')) },
    evidence: [{ ...source, publisher: canary('the evidence of a report') }],
  }
  await does(focal, 'followup.report', { pledge, party, told })
  const evidence = await paperWith(stage, focal, canary('the file of a report'))
  await does(focal, 'followup.tell', {
    ...{ pledge, party, told: { stage: 'preparing', on: '2021-12-07' }, files: [evidence] },
  })
  known.evidence = evidence
  const words = said(canary('the reply for the secretariat'))
  const subject = { kind: 'pledge', id: pledge }
  const replied = await does(focal, 'followup.reply', {
    ...{ subject, party, kind: 'comment', words, audience: 'secretariat' },
  })
  const finding = (reasons: string) => ({
    ...{ point: 'limited', codebook: '1.0', asOf: '2021-12-01', evidence: [source] },
    ...{ reasons: said(reasons), reviewer: 'R. Viewer' },
  })
  const drafted = finding(canary('the draft of an assessment'))
  const { assessment } = await does(reviewer, 'followup.draft-assessment', {
    ...{ pledge, finding: drafted },
  })
  const sent = await does(reviewer, 'followup.draft-assessment', {
    ...{ pledge, finding: finding(canary('the assessment that was sent to its parties')) },
  })
  await does(reviewer, 'followup.send-assessment', { assessment: sent.assessment })
  await does(un, 'followup.report-error', {
    ...{ about: `/pledges/${pledge}`, words: canary('the error that somebody reported') },
  })
  const report = await w.read.selectFrom('errorReport').select('id').executeTakeFirstOrThrow()
  await does(un, 'followup.record-observation', {
    ...{ id: 'kor-held', conference, pledges: [pledge], voice: 'press', author: null },
    ...{ on: '2021-12-01', source, audience: 'secretariat' },
    note: said(canary('the statement that is held back')),
  })
  const round = { id: 'seoul-2022', name: said('Round'), due: '2022-06-01' }
  await does(un, 'followup.open-round', { ...round, conferences: [conference] })
  Object.assign(known, { assessment, finding: drafted, reply: replied.reply, told })
  Object.assign(known, { round: round.id, report: report.id, subject })
  of['followup.comment-assessment'] = { assessment: sent.assessment }
}

/** Two who work apart, of whom one has begun. */
async function reviews(stage: Stage) {
  const { w, does, reviewer, canary, known, of, account } = stage
  const pledge = 'KOR-2021-02'
  const review = w.newId()
  const asked = { assignedAt: w.clock.now(), assignedBy: 'system/stage' }
  await w.database.write
    .insertInto('review')
    .values({
      ...{ id: review, pledge: PledgeId.parse(pledge), party: null, blind: true, state: 'open' },
      ...{ settled: null, reason: null, settledAt: null, settledBy: null, due: null },
      ...{ askedAt: w.clock.now(), askedBy: 'system/stage' },
    })
    .execute()
  await w.database.write
    .insertInto('reviewAssignment')
    .values([
      { review, account: reviewer.id, part: 'first', ...asked },
      { review, account: PLACES.beside.account, part: 'second', ...asked },
    ])
    .execute()
  const { assessment } = await does(reviewer, 'followup.draft-assessment', {
    pledge,
    finding: {
      ...(known.finding as object),
      reasons: said(canary('the finding of one of two who work apart')),
    },
  })
  Object.assign(known, { review, reviewer: account })
  of['followup.hand-in-assessment'] = { assessment }
}
