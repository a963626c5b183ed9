/* Run inside the page: each function stands alone, and knows only the browser. Described in in-page.d.mts. */

export function faintTexts() {
  const LARGE_PX = 24;
  const LARGE_BOLD_PX = 18.66;
  const colourOf = (text) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const over = ({ rgb, alpha }, ground) => rgb.map((part, index) => part * alpha + ground[index] * (1 - alpha));
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const colour = colourOf(getComputedStyle(element).backgroundColor);
    return colour.alpha === 1 ? colour.rgb : over(colour, behind(element.parentElement));
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    const element = node.parentElement;
    if (!text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('.unseen, :disabled, [aria-disabled=true], noscript, style')) continue;
    const { color, fill, fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const isLarge = size >= LARGE_PX || (size >= LARGE_BOLD_PX && Number(fontWeight) >= 700);
    const needed = isLarge ? 3 : 4.5;
    const ground = behind(element);
    const ink = element instanceof SVGElement ? fill : color;
    const ratio = Math.round(100 * contrast(over(colourOf(ink), ground), ground)) / 100;
    if (ratio < needed) faint.push({ text, ratio, needed });
  }
  return faint;
}

export function rememberRest() {
  for (const element of document.querySelectorAll('a[href], button, input, summary')) {
    const frame = element.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper') ?? element;
    const { outlineStyle, boxShadow, borderTopColor } = getComputedStyle(frame);
    frame.setAttribute('data-rest', [outlineStyle, boxShadow, borderTopColor].join());
  }
}

export function nextFocused() {
  const element = document.activeElement;
  if (!element || element === document.body || element.hasAttribute('data-met')) return undefined;
  element.setAttribute('data-met', '');
  for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
  // antd marks the frame around a field, not the field.
  const frame = element.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper') ?? element;
  const { outlineStyle, boxShadow, borderTopColor } = getComputedStyle(frame);
  const isMarked = [outlineStyle, boxShadow, borderTopColor].join() !== frame.getAttribute('data-rest');
  return { name: element.getAttribute('aria-label') ?? element.textContent, isMarked };
}

export const widthBeyond = () => document.documentElement.scrollWidth - innerWidth;

export const headDisplays = () =>
  [...document.querySelectorAll('main table thead')].map((head) => getComputedStyle(head).display);
