/*
 * A link to another place of the same page, `#content`, is the browser's own affair: it moves the focus there. Turbo
 * would ask for the whole page anew, and what was typed into a form would be gone.
 */
document.addEventListener('turbo:click', (event) => {
  const { hash, href } = new URL((event as CustomEvent<{ url: string }>).detail.url)
  const here = location.href.slice(0, location.href.length - location.hash.length)
  if (hash !== '' && href === here + hash) event.preventDefault()
})
