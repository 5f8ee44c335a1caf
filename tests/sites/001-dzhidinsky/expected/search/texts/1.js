metodbank.take("texts/1","19907dd5",["","","",""])
