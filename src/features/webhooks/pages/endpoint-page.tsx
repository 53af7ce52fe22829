import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Endpoint } from '../endpoint.ts'
import { say } from '../words.ts'
import { Deliveries, type DeliveriesProps } from './deliveries.tsx'
import { kindOptions } from './endpoints-page.tsx'
import { FreshSecret } from './fresh-secret.tsx'
import { sayMoment } from './moment.tsx'

interface EndpointProps extends DeliveriesProps {
  viewer: FormReader & { language: Language; shown?: string; now: Temporal.Instant }
  endpoint: Endpoint
  scope: string
  /** The version that a form edits. */
  version: string
  counts: { all: number; failed: number }
  /** A fresh secret, for the next one. */
  secret: string
}

/** An endpoint: what it is told, its secret, and every message to it. */
export function EndpointPage(props: EndpointProps) {
  const { viewer, endpoint, scope, version, deliveries, counts, secret } = props
  const { language, shown, now } = viewer
  const { id, name, address, kinds, state, reason, formerUntil } = endpoint
  const here = `/webhooks/${id}`
  const deed = { viewer, fixed: { endpoint: id } }
  const turning = formerUntil !== null && Temporal.Instant.compare(now, formerUntil) < 0
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/webhooks'), label: say(language, 'title') },
          { href: hrefOf(language, here), label: name },
        ]}
      />
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {shown !== undefined && <FreshSecret language={language} secret={shown} />}
      {reason !== null && <Notice tone="warning">{say(language, `reason.${reason}`)}</Notice>}
      <dl>
        <div>
          <dt>{say(language, 'address')}</dt>
          <dd>
            <bdi dir="ltr" class="break-all">
              {address}
            </bdi>
          </dd>
        </div>
        <div>
          <dt>{say(language, 'conference')}</dt>
          <dd>{scope}</dd>
        </div>
        <div>
          <dt>{say(language, 'secret')}</dt>
          <dd>
            {say(language, 'secret.hidden')}
            {turning && formerUntil && (
              <>
                {' '}
                {say(language, 'secret.overlap')} {sayMoment(language, formerUntil)}
              </>
            )}
          </dd>
        </div>
      </dl>
      <div class="deeds">
        {state === 'enabled' ? (
          <>
            <Deed {...deed} command="webhooks.try" label={say(language, 'try')} />
            <Deed {...deed} command="webhooks.disable" label={say(language, 'disable')} />
          </>
        ) : (
          <Deed {...deed} command="webhooks.enable" quiet={false} label={say(language, 'enable')} />
        )}
        <Deed
          viewer={viewer}
          command="webhooks.rotate"
          fixed={{ endpoint: id, secret }}
          show={secret}
          label={say(language, 'rotate')}
          confirm={say(language, 'rotate.confirm')}
        />
        <Deed
          {...deed}
          command="webhooks.remove"
          then="/webhooks"
          label={say(language, 'remove')}
          confirm={say(language, 'remove.confirm')}
        />
      </div>
      <h2>{say(language, 'deliveries')}</h2>
      {state === 'enabled' && counts.failed > 0 && (
        <Deed {...deed} command="webhooks.resend-failed" label={say(language, 'resend-failed')} />
      )}
      <Part id="deliveries">
        {deliveries.length === 0 ? (
          <Empty>{say(language, 'deliveries.empty')}</Empty>
        ) : (
          <Deliveries {...props} />
        )}
      </Part>
      <h2>{say(language, 'change')}</h2>
      <Form
        viewer={viewer}
        command="webhooks.change"
        then={here}
        seen={version}
        fixed={{ endpoint: id }}
      >
        <TextField name="name" label={say(language, 'name')} required maxlength={80} value={name} />
        <ChecksField
          name="kinds"
          label={say(language, 'kinds')}
          options={kindOptions(language)}
          values={[...kinds]}
        />
        <Submit>{say(language, 'save')}</Submit>
      </Form>
    </>
  )
}
