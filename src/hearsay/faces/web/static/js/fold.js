// On a narrow screen the filters start folded, so that the events are in sight; done before the first paint.
if (matchMedia("(max-width: 40rem)").matches) document.querySelector("[data-fold]").open = false;
