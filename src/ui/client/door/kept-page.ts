/**
 * Reads this page and its files again through the service worker, so that they are there without a network: as nobody
 * in particular, because what depends on who reads is never kept.
 */
export async function keepThisPage(): Promise<void> {
  const workers = navigator.serviceWorker
  if (!workers) return
  await workers.ready
  if (!workers.controller) {
    await new Promise((resolve) =>
      workers.addEventListener('controllerchange', resolve, { once: true }),
    )
  }
  const files = performance
    .getEntriesByType('resource')
    .map((file) => new URL(file.name).pathname)
    .filter((path) => path.startsWith('/assets/'))
  await Promise.all(
    [location.pathname, ...new Set(files)].map((path) =>
      fetch(path, { credentials: 'omit', headers: { accept: 'text/html' } }),
    ),
  )
}
