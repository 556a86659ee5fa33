/**
 * Luban's mark: the carpenter's try-square (矩) cut white into a cinnabar seal, its inner edge graduated.
 * Decorative beside the written name, hence hidden from screen readers.
 */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="4" fill="var(--cinnabar)" />
      <path d="M7 6h6v14h12v6H7z" fill="#fff" />
      <path
        d="M13 8.5h-2M13 11.5h-3M13 14.5h-2M13 17.5h-3M16 20v2M19 20v3M22 20v2"
        stroke="var(--cinnabar)"
        strokeWidth="0.9"
        fill="none"
      />
    </svg>
  );
}
