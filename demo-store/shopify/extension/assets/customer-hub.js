// Boots Customer Hub on a Shopify shop: for a signed-in customer the app proxy is asked for a token, anew whenever one
// runs out; a visitor costs no request.
;(() => {
  const { dataset } = document.currentScript
  window.CustomerHub ||= function () {
    ;(window.CustomerHub.q ||= []).push(arguments)
  }

  const token = async () => {
    if (!('signedIn' in dataset)) return null
    const answer = await fetch(dataset.identity, { cache: 'no-store', headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(`${dataset.identity} answered ${answer.status}`)
    return (await answer.json()).token
  }
  window.CustomerHub('boot', { token })

  // Leaving the shop leaves the chat too, in every tab of this browser.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href*="/account/logout"]') : null
    if (link) window.CustomerHub('logout')
  })
})()
