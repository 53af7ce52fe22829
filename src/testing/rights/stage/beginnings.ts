import { randomUUID } from 'node:crypto'
import { newSecret } from '../../../platform/accounts/links.ts'
import { PARTNERS, PLACES } from '../actors.ts'
import type { Known } from '../samples.ts'
import { type Stage, said } from './stage.ts'

/** What can be said in one deed only, and the identifiers that a caller makes. */
export function beginnings({ conference }: Stage): Record<string, Known> {
  const id = randomUUID()
  const signs = [
    'programme.sign-off',
    'participants.sign-off',
    'outcome-documents.sign-off',
    'pledges.sign',
  ]
  const links = ['register', 'change', 'withdraw', 'erase'].map((deed) => `registration.${deed}`)
  return {
    ...Object.fromEntries(signs.map((name) => [`${name}: for the United Nations`, { side: 'un' }])),
    ...Object.fromEntries(
      [...links, 'checkin.record-scans'].map((name) => [
        `${name}: with a link that nobody was given`,
        { key: '0'.repeat(64) },
      ]),
    ),
    'parties.record': { alpha2: null, m49: null, until: null },
    'conferences.record': { is: 'Asia/Seoul', id: conference },
    'conferences.restore': { is: 'Asia/Seoul', id: conference },
    'people.invite': { role: 'delegate' },
    'people.invite: with the role of a secretariat': { role: 'host-secretariat', party: null },
    'people.give-role': { role: 'delegate', account: PARTNERS.actor.id },
    'people.give-role: that of a secretariat': {
      role: 'host-secretariat',
      party: null,
      account: PARTNERS.actor.id,
    },
    'people.give-role: to oneself': { role: 'delegate', account: PLACES.own.account },
    'people.revoke-key': { key: id },
    'people.remove-passkey': { passkey: id },
    'checkin.record-scans': { id, badge: null },
    'bilaterals.keep-room': {
      room: { name: said('Room'), seats: 4, opens: '09:00', closes: '18:00' },
    },
    'capabilities.record': { code: 'aviation', parent: null },
    'pledges.write: as the secretariat': { hand: 'secretariat' },
    'followup.restore-report': { id },
    'followup.restore-round': { opens: '2021-12-07', due: '2022-12-07' },
    'followup.restore-assessment': { id, pledge: 'KOR-2021-01', supersedes: null },
    'followup.reply': { kind: 'comment' },
    'followup.restore-reply': { id, kind: 'comment' },
    'translations.translate': { text: 'conferences:summary' },
    'webhooks.register': { address: 'https://hooks.example/other' },
    'own-programme.open-feed': { secret: newSecret() },
    'notifications.stop': { token: id },
  }
}
