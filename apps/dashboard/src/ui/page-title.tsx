/** The name of the view in the browser's tab, in bookmarks and on a printed or saved sheet. */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} - 招商引资台账`}</title>;
}
