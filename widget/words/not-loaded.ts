/** Of the hub itself: its own words could not be loaded either. */
export const notLoaded: Record<string, string> & { en: string } = {
  en: 'This could not be loaded. Please check your connection, or reload the page.',
  de: 'Das konnte nicht geladen werden. Bitte prüfe deine Verbindung oder lade die Seite neu.',
  pt: 'Não foi possível carregar. Verifique sua conexão ou recarregue a página.',
  ar: 'تعذّر التحميل. تحقق من اتصالك أو أعد تحميل الصفحة.',
}
