import { giveUp } from '../../../webhooks/deliveries.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, SECRETARIAT, those } from '../kind.notices.ts'

/** Another system that was told what becomes public does not answer any more, and is told nothing. */
export const webhookLost = noticeKind('webhooks-lost', {
  group: 'technical',
  usual: 'at-once',
  least: 'product',
  roles: SECRETARIAT,
  after: [
    after(giveUp, ({ endpoint, name, conference }) => [
      {
        to: those(conference === '*' ? null : conference, ...SECRETARIAT),
        facts: { ...at(conference === '*' ? null : conference), endpoint: name },
        at: `/webhooks/${endpoint}`,
      },
    ]),
  ],
})
