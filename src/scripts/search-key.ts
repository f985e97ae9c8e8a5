/** The key `/` leads to the search, but where text is typed. */
document.addEventListener('keydown', (event) => {
  const isTyped = (event.target as Element).matches('input, textarea, select');
  const link = document.querySelector<HTMLAnchorElement>('.plate a[href$="/search/"]');
  if (event.key !== '/' || isTyped || event.metaKey || event.ctrlKey || event.altKey || !link) return;
  event.preventDefault();
  link.click();
});
