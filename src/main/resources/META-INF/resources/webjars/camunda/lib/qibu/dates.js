/* Dates the apps' own texts do not reach: the popup calendar of due and follow-up dates, and dates in forms. */

const days = [...'日一二三四五六'];
const chinese = {
  MONTH: [...'一二三四五六七八九十'].concat('十一', '十二').map(number => `${number}月`),
  DAY: days.map(day => `星期${day}`),
  SHORTDAY: days.map(day => `周${day}`),
  AMPMS: ['上午', '下午'],
  FIRSTDAYOFWEEK: 0,
};
chinese.STANDALONEMONTH = chinese.MONTH;
chinese.SHORTMONTH = chinese.MONTH.map((month, index) => `${index + 1}月`);

/** Angular's own names of months and days, known once the app has started. */
function rename(observer) {
  const injector = window.angular?.element(document.body).injector() || window.angular?.element(document).injector();
  if (injector) {
    const locale = injector.get('$locale');
    Object.assign(locale.DATETIME_FORMATS, chinese);
    locale.id = 'zh-cn';
    observer.disconnect();
  }
}

new MutationObserver((changes, observer) => rename(observer)).observe(document.body, { childList: true, subtree: true });

/* Forms write dates as the browser's default language does; asked for "default", it answers in Chinese. */
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (target, [locale, ...options], made) => Reflect.construct(target, [locale === 'default' ? 'zh-CN' : locale, ...options], made),
});
