import { Router } from 'express'
import { categories, chosenVariant, productBySlug } from '../catalogue.ts'
import { aboutPage } from '../pages/about.ts'
import { categoryPage } from '../pages/category.ts'
import { homePage } from '../pages/home.ts'
import { privacyPage, shippingPage, termsPage } from '../pages/policies.ts'
import { productPage } from '../pages/product.ts'
import { searchPage } from '../pages/search.ts'
import type { Store } from '../store.ts'
import { answer, asked } from './answer.ts'

/** Everything a visitor can look at. */
export const browseRoutes = (store: Store): Router => {
  const router = Router()
  const { assets, book } = store
  router.get('/', (request, response) => answer(store, request, response, homePage(assets)))
  for (const category of categories)
    router.get(`/${category.id}`, (request, response) =>
      answer(store, request, response, categoryPage(assets, category, asked(request, 'sort'))),
    )
  router.get('/products/:slug', (request, response, next) => {
    const product = productBySlug(request.params.slug)
    if (!product) return next()
    const variant = chosenVariant(product, asked(request, 'finish'), asked(request, 'size'))
    answer(store, request, response, productPage(book.records, assets, variant))
  })
  router.get('/search', (request, response) =>
    answer(store, request, response, searchPage(assets, asked(request, 'q').trim())),
  )
  router.get('/about', (request, response) => answer(store, request, response, aboutPage(assets)))
  router.get('/shipping-returns', (request, response) => answer(store, request, response, shippingPage))
  router.get('/terms', (request, response) => answer(store, request, response, termsPage))
  router.get('/privacy', (request, response) => answer(store, request, response, privacyPage))
  return router
}
