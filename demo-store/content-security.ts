import helmet from 'helmet'

/**
 * What our pages may load: our own files and the desk of the Customer Hub, nothing else, nothing inline. The desk knows our
 * pictures by our own address; a page opened by another name of this machine (localhost) may load them too.
 */
export const contentSecurity = (deskOrigin: string, ownUrl: () => string): ReturnType<typeof helmet> => {
  const socket = deskOrigin.replace(/^http/, 'ws')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", deskOrigin],
        connectSrc: ["'self'", deskOrigin, socket],
        imgSrc: ["'self'", 'data:', deskOrigin, ownUrl],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // no-referrer would make browsers send "Origin: null" with our own forms
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // the shop speaks plain http on a developer's machine
    strictTransportSecurity: false,
  })
}
