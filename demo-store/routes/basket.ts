import { Router } from 'express'
import { addLine, readBasket, setLine } from '../basket.ts'
import { productBySlug, variantBySku } from '../catalogue.ts'
import { choiceForm, lineForm } from '../forms.ts'
import { basketPage } from '../pages/basket.ts'
import { mostOf, stockOf } from '../stock.ts'
import type { Store } from '../store.ts'
import { answer, asked } from './answer.ts'

export const basketRoutes = (store: Store): Router => {
  const router = Router()
  const { assets, book, sessions } = store

  router.get('/basket', (request, response) => {
    const lines = readBasket(book.records, sessions.read(request).basket)
    answer(store, request, response, basketPage(assets, lines, asked(request, 'added')))
  })

  router.post('/basket/add', async (request, response) => {
    const form = choiceForm.safeParse(request.body)
    const product = form.success ? productBySlug(form.data.slug) : undefined
    const variant =
      form.success && product ? variantBySku(`${product.slug}.${form.data.finish}.${form.data.size}`) : undefined
    if (!form.success || !variant) return response.redirect(303, product ? `/products/${product.slug}` : '/')
    const most = mostOf(stockOf(book.records, variant))
    if (most === 0) return response.redirect(303, `/products/${variant.product.slug}`)
    sessions.keepBasket(
      request,
      response,
      addLine(sessions.read(request).basket, variant.sku, form.data.quantity, most),
    )
    await book.save()
    response.redirect(303, `/basket?added=${variant.sku}`)
  })

  router.post('/basket/set', async (request, response) => {
    const form = lineForm.safeParse(request.body)
    const variant = form.success ? variantBySku(form.data.sku) : undefined
    if (form.success && variant) {
      const most = mostOf(stockOf(book.records, variant))
      sessions.keepBasket(
        request,
        response,
        setLine(sessions.read(request).basket, variant.sku, form.data.quantity, most),
      )
      await book.save()
    }
    response.redirect(303, '/basket')
  })
  return router
}
