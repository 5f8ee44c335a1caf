// The tiny theme of the golden sites.
