/** The shop's name as it was last known here: the sign-in page says it before anybody is known. */
export const shopKey = 'hub.shop'
