const SETTLED = 3_000

/** Fetches this page and its files again through the worker, which was not there when they first came. */
const readAgain = (): Promise<unknown> =>
  Promise.all(
    [
      location.pathname,
      ...performance
        .getEntriesByType('resource')
        .map((file) => new URL(file.name).pathname)
        .filter((path) => path.startsWith('/assets/')),
    ].map((path) => fetch(path, { headers: { accept: 'text/html' } })),
  )

/**
 * Asks the browser to keep the programme for when the network is gone, once the reader has had the page for a
 * moment: nobody waits for it. The worker lives at the root, because its pages do.
 */
async function keepForLater(): Promise<void> {
  const workers = navigator.serviceWorker
  if (!workers) return
  if (!workers.controller) workers.addEventListener('controllerchange', readAgain, { once: true })
  await workers.register('/offline.js')
}

addEventListener('load', () =>
  setTimeout(() => {
    keepForLater().catch(() => {
      // A browser that will not keep anything (private windows) shows the pages as before.
    })
  }, SETTLED),
)
