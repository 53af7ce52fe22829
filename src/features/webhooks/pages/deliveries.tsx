import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Delivery, Endpoint } from '../endpoint.ts'
import { EVENT_KINDS, type EventKind } from '../model.ts'
import { say } from '../words.ts'
import { sayMoment } from './moment.tsx'

export interface DeliveriesProps {
  viewer: FormReader & { language: Language }
  endpoint: Pick<Endpoint, 'id' | 'state'>
  deliveries: readonly Delivery[]
  page: number
  pages: number
}

const isKind = (kind: string): kind is EventKind =>
  (EVENT_KINDS as readonly string[]).includes(kind)

/** Every message to an endpoint, and how it went. */
export function Deliveries({ viewer, endpoint, deliveries, page, pages }: DeliveriesProps) {
  const { language } = viewer
  const here = `/webhooks/${endpoint.id}`
  const went = ({ state, trouble, status, attempts }: Delivery) => (
    <>
      {say(language, `delivery.${state}`)}
      {trouble !== null && ` · ${say(language, `trouble.${trouble}` as 'trouble.refused')}`}
      {status !== null && ` · ${status}`}
      {attempts > 0 && ` · ${say(language, 'attempts', { count: attempts })}`}
    </>
  )
  const again = ({ id, state }: Delivery) =>
    state !== 'waiting' && endpoint.state === 'enabled' ? (
      <Deed
        viewer={viewer}
        command="webhooks.resend"
        of={id}
        then={here}
        fixed={{ delivery: id }}
        label={say(language, 'resend')}
      />
    ) : null
  return (
    <>
      <Table
        caption={say(language, 'deliveries.about')}
        columns={[
          say(language, 'column.kind'),
          say(language, 'column.happened'),
          say(language, 'column.id'),
          say(language, 'column.went'),
          say(language, 'column.last'),
          say(language, 'column.again'),
        ]}
        rows={deliveries.map((one) => [
          isKind(one.kind) ? say(language, `kind.${one.kind}`) : say(language, 'kind.test'),
          sayMoment(language, one.happenedAt),
          <code dir="ltr" class="break-all">
            {one.event}
          </code>,
          went(one),
          one.triedAt ? sayMoment(language, one.triedAt) : say(language, 'not-yet'),
          again(one),
        ])}
      />
      {pages > 1 && (
        <nav class="deeds" aria-label={say(language, 'paging')}>
          {page > 1 && (
            <a class="btn" rel="prev" href={hrefOf(language, `${here}?page=${page - 1}`)}>
              {say(language, 'newer')}
            </a>
          )}
          {page < pages && (
            <a class="btn" rel="next" href={hrefOf(language, `${here}?page=${page + 1}`)}>
              {say(language, 'older')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
