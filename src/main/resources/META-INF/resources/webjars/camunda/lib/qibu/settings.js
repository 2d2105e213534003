/* What the four web apps share before they start: language, names, title. */

const root = document.querySelector('base').getAttribute('app-root');
const isEnglish = /(?:^|;\s*)qibu-lang=en/.test(document.cookie);

/** The web app's configuration in the chosen language; Chinese, whatever the browser prefers, unless English was chosen. */
export async function settings(app, chinese, english) {
  const language = isEnglish ? 'en' : 'zh';
  const { name, ...more } = isEnglish ? english : chinese;
  const vendor = isEnglish ? 'Qibu' : '七步';
  document.documentElement.lang = isEnglish ? 'en' : 'zh-CN';
  document.title = `${vendor} ${name}`;
  // on a slow line the app would give up on its own parts after seven seconds and stay blank
  window.require.config({ waitSeconds: 0 });
  await keepTexts(app, language).catch(fault => console.error(fault));
  const parts = isEnglish ? ['header', 'idle'] : ['header', 'idle', 'dates', 'words'];
  await Promise.all(parts.map(part => import(`./${part}.js?${Date.now()}`)));
  return {
    app: { vendor, name },
    locales: { availableLocales: [language], fallbackLocale: language },
    disableWelcomeMessage: true,
    ...more,
  };
}

/*
 * The app translates at once only what it finds in its own store, which it fills for the next visit. Filled beforehand,
 * the first page has the right words and dates, and a newer version's words are never one visit late.
 */
async function keepTexts(app, language) {
  const folder = `${root}/app/${app}/locales/`;
  const answer = await fetch(`${folder}${language}.json?bust=${window.bust}`, { cache: 'no-cache', credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`${answer.url}: ${answer.status}`);
  }
  const texts = await answer.json();
  for (const [key, text] of Object.entries(texts.labels)) {
    texts.labels[key] = key === 'BANNER_CE_EOL_TEXT' ? '' : text.replace(/\bCamunda\b/g, 'Qibu');
  }
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  kept[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}
