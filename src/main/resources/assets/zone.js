/* Sends the person's time zone to the server; browsers do not send it by themselves. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.split('; ').includes(`ACM-TIME-ZONE=${zone}`)) {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `ACM-TIME-ZONE=${zone}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
