// In a preview only: reloads the page when its site was built again, or could not be.
{
  const { build } = document.getElementById("{element}").dataset;
  new EventSource("{changes}").onmessage = ({ data }) => { if (data !== build) location.reload(); };
}
