/**
 * Opens the drawer: beside the page, or on phones over all of it. There it is kept exactly where one can see, since an
 * on-screen keyboard shrinks the visual viewport and not the page. The answer stops that.
 */
export function fitScreen(drawer: HTMLDialogElement): () => void {
  const seen = window.visualViewport
  if (!seen || !matchMedia('(max-width: 480px)').matches) {
    // Behind a modal dialog of the page nothing can be used: asked for from there, the drawer comes before it.
    if (document.querySelector('dialog:modal')) drawer.showModal()
    else drawer.show()
    return () => {}
  }
  const fit = () => {
    drawer.style.height = `${seen.height}px`
    drawer.style.top = `${seen.offsetTop}px`
  }
  drawer.showModal()
  fit()
  seen.addEventListener('resize', fit)
  seen.addEventListener('scroll', fit)
  return () => {
    seen.removeEventListener('resize', fit)
    seen.removeEventListener('scroll', fit)
  }
}
