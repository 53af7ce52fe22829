import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { say } from '../words.ts'
import { Banner, Result } from './result.tsx'
import type { Shown } from './shown.ts'

/** A calculation over invented states, open to all. */
export const ExamplePage = ({ shown }: { shown: Shown }) => {
  const { language } = shown
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/partnerships'), label: say(language, 'title') },
          { href: '', label: say(language, 'example') },
        ]}
      />
      <h1>{say(language, 'example')}</h1>
      <Banner language={language} />
      <p class="lead">{say(language, 'lead')}</p>
      <p>
        {say(language, 'example.invented')} {say(language, 'example.proportions')}
      </p>
      <h2 id="partnership">{say(language, 'partnership')}</h2>
      <p>{say(language, 'partnership.helicopters')}</p>
      <p>
        {say(language, 'partnership.persistent')}{' '}
        <a href={hrefOf(language, '/gaps')}>{say(language, 'partnership.gaps')}</a>
      </p>
      <p>{say(language, 'partnership.triangular')}</p>
      <Result shown={shown} downloads={hrefOf(language, '/partnerships/example')} />
    </>
  )
}

/** What partnerships are, and the way to the example. */
export const PartnershipsPage = ({ language }: Pick<Shown, 'language'>) => (
  <>
    <h1>{say(language, 'title')}</h1>
    <p class="lead">{say(language, 'lead')}</p>
    <ul>
      {(['whole', 'hard', 'best', 'asked'] as const).map((key) => (
        <li>{say(language, `how.${key}`)}</li>
      ))}
    </ul>
    <h2 id="partnership">{say(language, 'partnership')}</h2>
    <p>{say(language, 'partnership.helicopters')}</p>
    <p>{say(language, 'partnership.triangular')}</p>
    <p class="flex flex-wrap gap-3">
      <a class="btn btn-primary" href={hrefOf(language, '/partnerships/example')}>
        {say(language, 'example.open')}
      </a>
      <a class="btn" href={hrefOf(language, '/requirements')}>
        {say(language, 'requirements')}
      </a>
    </p>
  </>
)
