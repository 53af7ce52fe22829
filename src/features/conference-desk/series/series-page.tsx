import type { Child } from 'hono/jsx'
import { sayPartialDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Words } from '../../../ui/text.tsx'
import { TextShown } from '../pages/section.tsx'
import { say } from '../words.ts'
import { ADDRESS, Rules, type SeriesProps } from './rules.tsx'

/** The series for its administrator: its names over time, what it is for, and how its figures count. */
export function SeriesDeskPage(props: SeriesProps) {
  const { viewer, series, outlines } = props
  const { language } = viewer
  const editions = outlines.filter(({ parent }) => parent === null)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/work'), label: say(language, 'work') },
          { href: '', label: say(language, 'series') },
        ]}
      />
      <h1 class="desk-title">{say(language, 'series')}</h1>
      <p>
        <a class="btn btn-primary" href={hrefOf(language, '/desk/new-conference')}>
          {say(language, 'new.edition')}
        </a>
      </p>
      <Block
        {...props}
        what="names"
        title={say(language, 'series.names')}
        form={<Names {...props} />}
      >
        <ul>
          {series.names.map(({ name, from, until }) => (
            <li>
              <Words in={readingOf(name, language)} language={language} />
              <small class="mark block">
                {[from, until].map((day) => (day ? sayPartialDay(language, day) : '…')).join(' – ')}
              </small>
            </li>
          ))}
        </ul>
      </Block>
      <Block {...props} what="texts" title={say(language, 'texts')} form={<Texts {...props} />}>
        <TextShown text={series.summary.title} language={language} long />
        <ol>
          {series.functions.list.map((one) => (
            <li>
              <Words in={readingOf(one, language)} language={language} />
            </li>
          ))}
        </ol>
      </Block>
      <Rules {...props} />
      <section class="editable">
        <h2>{say(language, 'editions')}</h2>
        <ul>
          {editions.map((one) => (
            <li>
              <a href={hrefOf(language, `/${one.id}/desk/conference`)}>
                {readingOf(one.shortName, language).value}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** Begins the series of an instance that has none. */
export function FirstSeriesPage({ viewer }: { viewer: FormReader }) {
  const { language } = viewer
  return (
    <>
      <h1 class="desk-title">{say(language, 'series.first')}</h1>
      <Form viewer={viewer} command="conferences.begin-series" then={ADDRESS}>
        <TextField
          name="series"
          label={say(language, 'series.id')}
          hint={say(language, 'series.id.hint')}
          required
        />
        <LanguagesField name="name" label={say(language, 'name')} required status="authentic" />
        <LanguagesField
          name="summary"
          label={say(language, 'summary')}
          rows={3}
          required
          status="authentic"
        />
        <Submit>{say(language, 'series.first.do')}</Submit>
      </Form>
    </>
  )
}

function Block({
  viewer,
  edit,
  what,
  title,
  form,
  children,
}: SeriesProps & { what: string; title: Child; form: Child; children?: Child }) {
  const { language } = viewer
  return (
    <section class="editable" id={what}>
      <div class="editable-head">
        <h2>{title}</h2>
        {edit !== what && (
          <a class="edit-link" href={`${hrefOf(language, ADDRESS)}?edit=${what}#${what}`}>
            {say(language, 'change')}
          </a>
        )}
      </div>
      {edit === what ? form : children}
    </section>
  )
}

function Names({ viewer, series, seen }: SeriesProps) {
  const { language } = viewer
  const fixed = { series: series.id }
  return (
    <>
      <Form
        viewer={viewer}
        command="conferences.reword-series"
        fixed={fixed}
        seen={seen('conferences.reword-series')}
        then={ADDRESS}
      >
        <LanguagesField
          name="name"
          label={say(language, 'series.reword')}
          text={series.names.at(-1)?.name ?? null}
          required
          status="authentic"
          statuses
        />
        <Submit>{say(language, 'save')}</Submit>
      </Form>
      <Form
        viewer={viewer}
        command="conferences.rename-series"
        fixed={fixed}
        seen={seen('conferences.rename-series')}
        then={ADDRESS}
      >
        <LanguagesField
          name="name"
          label={say(language, 'series.rename')}
          hint={say(language, 'series.rename.hint')}
          required
          status="authentic"
        />
        <TextField
          name="from"
          label={say(language, 'series.from')}
          hint={say(language, 'partial-day.hint')}
          required
        />
        <Submit>{say(language, 'series.rename.do')}</Submit>
      </Form>
    </>
  )
}

function Texts({ viewer, series, outlines, seen }: SeriesProps) {
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command="conferences.describe-series"
      fixed={{ series: series.id }}
      seen={seen('conferences.describe-series')}
      then={ADDRESS}
    >
      <LanguagesField
        name="summary"
        label={say(language, 'summary')}
        text={series.summary.title}
        rows={3}
        required
        status="authentic"
        statuses
      />
      <Rows
        name="functions"
        stored={series.functions.list.length}
        each={(row, at) => (
          <LanguagesField
            name={`functions.${row}`}
            label={`${say(language, 'series.function')} ${at + 1}`}
            text={series.functions.list[at] ?? null}
            rows={2}
            status="authentic"
          />
        )}
      />
      <SelectField
        name="main"
        label={say(language, 'series.main')}
        none={say(language, 'nothing')}
        options={outlines
          .filter(({ parent }) => parent === null)
          .map((one) => ({ value: one.id, label: readingOf(one.shortName, language).value }))}
        value={series.main ?? ''}
      />
      <Submit>{say(language, 'save')}</Submit>
    </Form>
  )
}
