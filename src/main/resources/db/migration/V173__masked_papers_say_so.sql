-- A masked paper says so in the name of its file.
update matter_paper set file_name = file_name || '-隐名' where edition = 'PUBLIC';
