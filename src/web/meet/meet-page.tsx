export function MeetPage() {
  return null;
}
